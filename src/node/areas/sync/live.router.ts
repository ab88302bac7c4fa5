/** Streams commit notices to a screen until it goes away. */
import { EventPublisher } from '@orpc/server'
import { liveContract } from '../../../core/areas/sync/live.contract.ts'
import type { Binder } from '../../rpc/bind.ts'
import type { CommitFeed, CommitNotice } from '../../runtime/commit-feed.ts'

export function createLiveRouter(bind: Binder, feed: CommitFeed) {
  const publisher = new EventPublisher<{ commit: CommitNotice }>()
  feed.subscribe((notice) => publisher.publish('commit', notice))
  return {
    commits: bind.handle(liveContract.commits, (tools) => {
      async function* stream() {
        for await (const notice of publisher.subscribe('commit', { signal: tools.signal })) yield notice as never
      }
      return stream() as never
    }),
  }
}
