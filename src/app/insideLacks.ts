import { trainsTheSame } from '../core/settings';
import type { LabState } from './store';

/** What is missing to look into a training that was brought back: its weights, its set-up, or its pictures' features. */
export type InsideLack = 'weights' | 'set-up' | 'features';

/** Null: nothing, or there is no such training. */
export function insideLacks({ training, heads, settings, collection, base }: LabState): InsideLack | null {
  if (training.phase === 'none' || !training.session.isRestored) return null;
  const { session } = training;
  if (heads?.runId !== session.runId) return 'weights';
  if (session.collection !== collection || !trainsTheSame(session.settings, settings)) return 'set-up';
  return base.phase === 'ready' ? null : 'features';
}
