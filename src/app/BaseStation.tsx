import { cocoMobilenet } from '../core/base';
import { Section } from '../ui/layout/Section';
import { BasePanel } from '../ui/model/BasePanel';
import { ModelDiagram } from '../ui/model/ModelDiagram';
import { useLab, useLabState } from './context';
import { stations } from './stations';

const base = cocoMobilenet;

export function BaseStation() {
  const lab = useLab();
  const { state, choice } = useLabState((s) => ({ state: s.base, choice: s.settings.engine }));
  return (
    <Section
      step={2}
      id={stations.base}
      title="Frozen base"
      lead="Task A: a network that was trained long before, on 118,000 photos. It is cut open and kept as it is; what comes out at the cut are the features."
    >
      <Diagram />
      <BasePanel
        state={state}
        dimension={base.defaultCut.width}
        engine={lab.features.engine()}
        choice={choice}
        onChoice={(engine) => lab.set({ engine })}
        onCancel={lab.features.cancel}
        onContinue={() => void lab.features.resume()}
      />
    </Section>
  );
}

function Diagram() {
  const { classes, hidden, dropout, dropoutAt, busy, draw } = useLabState((s) => ({
    classes: s.collection.classes,
    hidden: s.settings.hidden,
    dropout: s.settings.dropout,
    dropoutAt: s.settings.dropoutAt,
    busy:
      s.training.phase === 'running'
        ? ('training' as const)
        : working.has(s.base.phase)
          ? ('extracting' as const)
          : null,
    draw: s.training.phase === 'none' ? 0 : s.training.session.history.length,
  }));
  return (
    <ModelDiagram
      base={base}
      cut={base.defaultCut}
      classes={classes}
      hidden={hidden}
      dropout={dropout}
      dropoutAt={dropoutAt}
      busy={busy}
      draw={draw}
    />
  );
}

const working: ReadonlySet<string> = new Set(['downloading', 'warming', 'extracting']);
