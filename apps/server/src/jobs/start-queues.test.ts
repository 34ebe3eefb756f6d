import { expect, test } from 'vitest'
import { describeStores, newScope } from '../database/testing.ts'
import { type JobData, startQueues } from './index.ts'

/** Resolves with what was collected when `count` items are. */
function collector<T>(count: number) {
  const items: T[] = []
  const { promise, resolve } = Promise.withResolvers<T[]>()
  return { promise, add: (item: T) => items.push(item) >= count && resolve(items) }
}

const PUSHED = { resume: async () => {} }

describeStores('queues', (fresh) => {
  test('a job sent in a transaction is done when that commits, and at once', async () => {
    const store = await fresh()
    const scope = await newScope(store)
    const done = collector<JobData>(1)
    const queues = await startQueues(store, { count: async (data) => void done.add(data) }, PUSHED)
    await expect(
      scope.transaction(async (inner) => {
        await queues.send(inner, 'count', 1)
        throw new Error('taken back')
      }),
    ).rejects.toThrow('taken back')
    const sent = performance.now()
    await scope.transaction((inner) => queues.send(inner, 'count', 2))
    expect(await done.promise).toEqual([{ workspaceId: scope.workspaceId, id: 2 }])
    expect(performance.now() - sent).toBeLessThan(4000)
    await queues.stop()
  })

  test('jobs that wait are done one after another without a pause', async () => {
    const store = await fresh()
    const scope = await newScope(store)
    const done = collector<number>(6)
    const queues = await startQueues(store, { count: async ({ id }) => void done.add(id) }, PUSHED)
    const sent = performance.now()
    await scope.transaction(async (inner) => {
      for (let id = 1; id <= 6; id++) await queues.send(inner, 'count', id)
    })
    expect((await done.promise).toSorted()).toEqual([1, 2, 3, 4, 5, 6])
    // one a poll would take 25 seconds
    expect(performance.now() - sent).toBeLessThan(10_000)
    await queues.stop()
  })

  test('a job that fails is tried again, and told when it is for the last time', async () => {
    const store = await fresh()
    const scope = await newScope(store)
    const tries = collector<boolean>(2)
    const shaky = async (_: JobData, last: boolean) => {
      tries.add(last)
      throw new Error('again')
    }
    const queues = await startQueues(store, { shaky }, PUSHED)
    await queues.send(scope, 'shaky', 1)
    expect(await tries.promise).toEqual([false, false])
    await queues.stop()
  })
})
