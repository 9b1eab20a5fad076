import type { ReportEngine } from './report';
import type { Session } from './session';

/** What computed a training, as its downloads and the log tell it. */
export const reportEngineOf = ({ base, head }: Pick<Session, 'base' | 'head'>): ReportEngine => ({
  base: base.engine,
  renderer: base.renderer,
  bits: base.bits,
  measured: base.measured,
  head: head?.engine ?? null,
  switched: head?.switched ?? null,
});
