import { plural, t } from '@lingui/core/macro';
import { decimal, grouped } from '../core/figures';
import { shownAs } from '../core/prepared';
import type { Session } from '../core/session';
import { PathNav, type PathStep } from '../ui/layout/PathNav';
import { useLabState } from './context';
import { isLeftOut } from './prepared/hiddenStations';
import { stations } from './stations';
import type { LabState } from './store';

export function Path() {
  const steps = useLabState((s) => JSON.stringify(stepsOf(s)));
  // A string, so that the stepper renders when a word in it changes and not at every epoch's new objects.
  return <PathNav steps={JSON.parse(steps) as readonly PathStep[]} />;
}

function stepsOf(state: LabState): readonly PathStep[] {
  const { collection, base, training, settings, why, heads, log, inside: looked, prepared } = state;
  const pictures = collection.pictures.length;
  const experiments = log.length;
  const rate = decimal(settings.dropout);
  const featured = base.phase === 'ready';
  const started = training.phase !== 'none';
  /** Heads of an earlier visit are there to be used. */
  const isTrained = started || heads !== null;
  const over = training.phase === 'finished' || training.phase === 'stopped';
  /** Of a training of an earlier visit, the curves may be there and the heads not. */
  const isSeen = over && looked.epochs.length > 0;
  const inside = isSeen ? t`neurons` : started && !over ? t`live` : t`later`;
  const current = pictures === 0 ? 0 : !featured ? 1 : !isTrained ? 2 : 3;
  const details = [
    pictures === 0 ? t`none yet` : plural(pictures, { one: '# picture', other: '# pictures' }),
    baseWords(base),
    shownAs(prepared, 'dropout') === 'hidden' ? '' : t`dropout ${rate}`,
    started ? epochWords(training.session) : isTrained ? t`earlier` : t`not trained`,
    inside,
    whyWords(why),
    heads ? t`ready` : t`later`,
    heads ? t`see them` : t`later`,
    experiments === 0 ? t`nothing yet` : t`${grouped(experiments)} in the log`,
  ];
  const titles = [t`Pictures`, t`Base`, t`Head`, t`Compare`, t`Inside`, t`Why`, t`Try it`, t`Mistakes`, t`Keep it`];
  const ids = [
    stations.pictures,
    stations.base,
    stations.head,
    stations.compare,
    stations.inside,
    stations.why,
    stations.try,
    stations.mistakes,
    stations.work,
  ];
  const present = ids.map((id) => !isLeftOut(state, id));
  /** Where that is left out, the next one that is there. */
  const now = present.findIndex((isThere, i) => isThere && i >= current);
  const steps = ids.map((id, i) => ({
    id,
    number: i + 1,
    title: titles[i] ?? '',
    detail: details[i] ?? '',
    state:
      i < current ||
      (i === 3 && over) ||
      (i === 4 && isSeen) ||
      (i === 5 && isAsked(why)) ||
      (i === 8 && log.length > 0)
        ? ('done' as const)
        : i === now
          ? ('current' as const)
          : ('ahead' as const),
  }));
  return steps.filter((_, i) => present[i]);
}

const isAsked = (why: LabState['why']) => Object.values(why).some(({ phase }) => phase === 'done');

function whyWords(why: LabState['why']): string {
  const running = Object.values(why).some(({ phase }) => phase === 'running');
  const done = Object.values(why).filter(({ phase }) => phase === 'done').length;
  if (running) return t`running`;
  return done === 0 ? t`experiments` : t`${done} of 4 done`;
}

function epochWords({ history, experiment }: Session): string {
  const [done, epochs] = [history.length, experiment.epochs];
  return t`epoch ${done}/${epochs}`;
}

function baseWords(base: LabState['base']): string {
  switch (base.phase) {
    case 'idle':
      return t`waiting`;
    case 'downloading':
      return t`loading`;
    case 'asking':
      return t`not here yet`;
    case 'warming':
      return t`warming up`;
    case 'measuring':
      return t`comparing`;
    case 'extracting': {
      const share = Math.floor((100 * base.done) / Math.max(1, base.total));
      return t`${share} % done`;
    }
    case 'ready':
      return t`ready`;
    case 'cancelled':
      return t`cancelled`;
    case 'failed':
      return t`failed`;
    default:
      return base satisfies never;
  }
}
