import { formatLink, parseLink, type Link } from '../core/link';
import type { PageId } from '../core/page';
import { isPrepared, nothingPrepared } from '../core/prepared';
import { openPage } from '../core/preparedPage';
import type { LabState, LabStore } from './store';

/** The browser's address: it follows what is set, and what is typed there is followed. */
export interface Address {
  /** Call after every change. */
  readonly rewrite: (before: LabState) => void;
  /** Shows a page; the browser's way back leads to the one before. */
  readonly show: (page: PageId) => void;
  /** Shows everything that an instructor hid or locked; the browser's way back leads back to that. */
  readonly showWhole: () => void;
}

/** @param onLink an address that asks for pictures and settings was gone to. */
export function createAddress(store: LabStore, onLink: (link: Link) => void): Address {
  window.addEventListener('hashchange', () => {
    const link = parseLink(location.hash);
    // An address of a page alone leaves pictures and settings as they are, and so does the way back to one of our own.
    if (link.given && !isOwnEntry(history.state)) return onLink(link);
    const { prepared } = link.given ? link : store.getState();
    store.setState({ page: openPage(prepared, link.page), prepared, linkProblems: link.problems });
    // So that a reload is still prepared.
    if (!link.given && isPrepared(prepared)) history.replaceState(ownEntry, '', addressOf(store.getState()));
  });
  const push = (address: string) => {
    // The entry that is left is no longer a link that somebody followed: coming back must not undo what was set since.
    history.replaceState(ownEntry, '', location.href);
    history.pushState(ownEntry, '', address);
  };
  return {
    rewrite(before) {
      const state = store.getState();
      if (named.some((key) => state[key] !== before[key]) || state.project.id !== before.project.id)
        history.replaceState(ownEntry, '', addressOf(state));
    },
    show(page) {
      push(addressOf({ ...store.getState(), page }));
      store.setState({ page });
    },
    showWhole() {
      push(addressOf({ ...store.getState(), prepared: nothingPrepared }));
      store.setState({ prepared: nothingPrepared });
    },
  };
}

/** What an address names; the page has entries of its own. */
const named = ['settings', 'sample', 'prepared', 'linkedProject'] as const satisfies readonly (keyof LabState)[];

/** The address that brings this back, but for pictures of one's own. */
function addressOf(state: LabState): string {
  const { linkedProject, project } = state;
  // Whoever opened another project since does not want this one at the next start.
  const isLinked = linkedProject !== null && (linkedProject.id === null || linkedProject.id === project.id);
  return formatLink({ ...state, projectPath: isLinked ? linkedProject.path : null });
}

/** Marks entries of the browser's history that the page made itself. */
const ownEntry = { transferLab: true } as const;

const isOwnEntry = (state: unknown) => typeof state === 'object' && state !== null && 'transferLab' in state;
