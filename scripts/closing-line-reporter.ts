import type { Reporter, TestModule } from 'vitest/node'

/** Prints `N passed, N failed, N skipped` as the very last line, with why tests were skipped before it. */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]) {
    const counts = { passed: 0, failed: unhandledErrors.length + Number(process.env.FAILED_CHECKS ?? 0), skipped: 0 }
    const skipped: string[] = []
    for (const module of modules) {
      let seen = 0
      for (const test of module.children.allTests()) {
        seen++
        const result = test.result()
        if (result.state === 'passed') counts.passed++
        else if (result.state === 'failed') counts.failed++
        else {
          counts.skipped++
          skipped.push(`${test.fullName}${'note' in result && result.note ? ` — ${result.note}` : ''}`)
        }
      }
      if (module.state() === 'failed' && (seen === 0 || module.errors().length > 0)) counts.failed++
    }
    process.once('exit', () => {
      for (const name of skipped) console.log(`skipped: ${name}`)
      console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
    })
  }
}
