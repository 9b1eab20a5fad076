import { freshId } from '../freshId';

/** What tabs of this page hear each other through; a `BroadcastChannel` is one. It works over plain http too. */
export interface TabChannel {
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener: (type: 'message', listen: (event: MessageEvent<unknown>) => void) => void;
}

/** Tells tabs that hold the same project from each other: it is saved by one of them. */
export interface Tabs {
  /** This tab has the project now. Resolves once it is known whether another tab had it before. */
  readonly hold: (project: string) => Promise<void>;
  /** Asks the tab that has the project to let go of it, and has it from then on. */
  readonly take: (project: string) => Promise<void>;
  /** Does another tab have it? */
  readonly isElsewhere: (project: string) => Promise<boolean>;
  /** Settled when `hold` is. */
  readonly settled: () => Promise<void>;
}

interface TabsGiven {
  /** Null where the browser has none: tabs then do not know of each other. */
  readonly channel: TabChannel | null;
  /** Another tab has the project that this one opened. */
  readonly onHad: () => void;
  /** Another tab wants it: settles when what is here is saved. */
  readonly onTaken: () => Promise<void>;
  /** The other tab has closed it. */
  readonly onFreed: () => void;
  /** How long another tab gets to answer, in ms; one that saves first gets ten times as long. */
  readonly patience?: number;
}

interface Message {
  readonly kind: 'who-has' | 'have' | 'take' | 'taken' | 'freed';
  readonly project: string;
  readonly from: string;
  /** Since when the sender has it, in ms since 1970: of two that opened it at once, the first has it. */
  readonly since: number;
}

export function createTabs({ channel, onHad, onTaken, onFreed, patience = 250 }: TabsGiven): Tabs {
  const self = freshId();
  let held: { readonly project: string; readonly since: number; readonly isMine: boolean } | null = null;
  let settled: Promise<void> = Promise.resolve();
  /** Those who wait for an answer about a project. */
  const waiting = new Set<(message: Message) => void>();

  const post = (kind: Message['kind'], project: string, since = 0) =>
    channel?.postMessage({ kind, project, since, from: self } satisfies Message);

  /** Resolves to whether such an answer came in time. */
  const answered = (kind: Message['kind'], project: string, most: number) =>
    new Promise<boolean>((resolve) => {
      const listen = (message: Message) => {
        if (message.kind === kind && message.project === project) end(true);
      };
      const end = (came: boolean) => {
        waiting.delete(listen);
        clearTimeout(timer);
        resolve(came);
      };
      const timer = setTimeout(() => end(false), most);
      waiting.add(listen);
    });

  /** Of two that have a project, the one who had it first; ids decide where that is the same moment. */
  const wasFirst = ({ since, from }: Message) =>
    held !== null && (held.since < since || (held.since === since && self < from));

  const listen = async (message: Message) => {
    for (const hear of waiting) hear(message);
    if (held?.project !== message.project) return;
    const { project, isMine } = held;
    if (message.kind === 'who-has' && isMine && wasFirst(message)) post('have', project, held.since);
    if (message.kind === 'have' && isMine && !wasFirst(message)) {
      held = { ...held, isMine: false };
      onHad();
    }
    if (message.kind === 'freed' && !isMine) onFreed();
    if (message.kind === 'take' && isMine) {
      held = { ...held, isMine: false };
      await onTaken();
      post('taken', project);
    }
  };

  const letGo = () => {
    if (held?.isMine) post('freed', held.project);
  };

  channel?.addEventListener('message', ({ data }) => {
    if (isMessage(data) && data.from !== self) void listen(data);
  });
  if (channel) {
    window.addEventListener('pagehide', letGo);
    // Back from the browser's cache of pages, others may have it now.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted && held?.isMine) post('who-has', held.project, (held = { ...held, since: Date.now() }).since);
    });
  }

  return {
    hold(project) {
      if (held?.project !== project) letGo();
      held = { project, since: Date.now(), isMine: true };
      if (!channel) return Promise.resolve();
      settled = answered('have', project, patience).then(() => undefined);
      post('who-has', project, held.since);
      return settled;
    },
    async take(project) {
      if (channel) {
        const ready = answered('taken', project, 10 * patience);
        post('take', project);
        await ready;
        // Meanwhile this tab has gone on with another project: the other may go on with this one.
        if (held?.project !== project) return post('freed', project);
      }
      held = { project, since: Date.now(), isMine: true };
    },
    async isElsewhere(project) {
      if (!channel) return false;
      const answer = answered('have', project, patience);
      post('who-has', project, Infinity);
      return answer;
    },
    settled: () => settled,
  };
}

const kinds: ReadonlySet<unknown> = new Set(['who-has', 'have', 'take', 'taken', 'freed'] satisfies Message['kind'][]);

/** A tab with another version of the page may say other things. */
function isMessage(data: unknown): data is Message {
  if (typeof data !== 'object' || data === null) return false;
  const { kind, project, from, since } = data as Partial<Record<keyof Message, unknown>>; // of unknown make
  return kinds.has(kind) && [project, from].every((id) => typeof id === 'string') && typeof since === 'number';
}
