import type { Lab } from '../lab';
import { createTrying, type Trying } from './trying';

const made = new WeakMap<Lab, Trying>();

/** One for the page: what was tried is still there when its place was put away for a moment. */
export function tryingOf(lab: Lab): Trying {
  const trying = made.get(lab) ?? createTrying(lab);
  made.set(lab, trying);
  return trying;
}
