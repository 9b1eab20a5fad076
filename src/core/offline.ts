import { t } from '@lingui/core/macro';
import { fixed } from './figures';

/** How far the page is with working without a network. Bytes are of the whole build. */
export type OfflineState =
  /** Not begun: the page has other things to do, or it is being worked on by its makers. */
  | { readonly phase: 'waiting' }
  /** The device is asked to save data: the person decides. */
  | { readonly phase: 'offered' }
  | { readonly phase: 'fetching'; readonly done: number; readonly total: number }
  /** Everything that is bundled is in this browser. `isNew`: since this visit. */
  | { readonly phase: 'ready'; readonly isNew: boolean }
  | { readonly phase: 'failed'; readonly reason: string }
  /** Not over plain HTTP, and not in every browser or window. */
  | { readonly phase: 'never'; readonly why: 'insecure' | 'browser' };

/** Where a newer build stands. */
export type UpdateState =
  | { readonly phase: 'none' }
  /** It is in this browser, beside the one that runs. */
  | { readonly phase: 'ready' }
  /** The person wants it once nothing runs any more. */
  | { readonly phase: 'wanted' }
  | { readonly phase: 'taking' }
  /** Not all of the work could be kept; loading it would lose the rest. */
  | { readonly phase: 'not kept' }
  /** Another tab took it; this one goes on with the one it has. */
  | { readonly phase: 'elsewhere' };

/** "12.3 of 24.1 MB" */
export function megabytesOf(done: number, total: number): string {
  const [some, all] = [fixed(done / 1e6, 1), fixed(total / 1e6, 1)];
  return t`${some} of ${all} MB`;
}
