import type { WorkspaceScope } from '../database/index.ts'

/** The files this process is reading, for stopping it. */
export class RunningReads {
  private readonly controllers = new Map<string, AbortController>()

  async run<T>(scope: WorkspaceScope, id: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController()
    this.controllers.set(keyOf(scope, id), controller)
    try {
      return await work(controller.signal)
    } finally {
      this.controllers.delete(keyOf(scope, id))
    }
  }

  stop(scope: WorkspaceScope, id: number) {
    this.controllers.get(keyOf(scope, id))?.abort()
  }

  stopAll() {
    for (const controller of this.controllers.values()) controller.abort()
  }
}

function keyOf({ workspaceId }: WorkspaceScope, id: number): string {
  return `${workspaceId}/${id}`
}
