import { Button } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { CollectionAction } from '../core/collection';
import { drawTrial } from '../core/experiment';
import { sampleOf, samples } from '../core/samples';
import { Section } from '../ui/layout/Section';
import { ImportProgress } from '../ui/pictures/ImportProgress';
import { ImportReport } from '../ui/pictures/ImportReport';
import { PicturesPanel } from '../ui/pictures/PicturesPanel';
import { UndoBar } from '../ui/pictures/UndoBar';
import { useLab, useLabState } from './context';
import { stations } from './stations';
import { undoWords } from './undoWords';

export function PicturesStation() {
  const lab = useLab();
  const { importing, report, undoable, sample } = useLabState(({ importing, report, undoable, sample }) => ({
    importing,
    report,
    undoable,
    sample,
  }));
  const [builtIn] = samples;
  return (
    <Section
      step={1}
      id={stations.pictures}
      title="Pictures"
      lead={
        sampleOf(sample)?.description ??
        'Task B: a few pictures of the things you want told apart. They stay on this device.'
      }
      aside={
        sample === null && (
          <Button variant="subtle" disabled={importing !== null} onClick={() => void lab.loadSample(builtIn.id)}>
            Load the built-in set
          </Button>
        )
      }
    >
      {importing && <ImportProgress {...importing} onCancel={() => void lab.importer.cancel()} />}
      {report && <ImportReport summary={report} onDismiss={() => lab.store.setState({ report: null })} />}
      <Panel />
      <UndoBar message={undoable} onUndo={lab.undo} onDismiss={() => lab.store.setState({ undoable: null })} />
    </Section>
  );
}

/** Apart from the progress above, which changes often: the pictures are many. */
function Panel() {
  const lab = useLab();
  const { collection, settings, shownTrial } = useLabState(({ collection, settings, shownTrial }) => ({
    collection,
    settings,
    shownTrial,
  }));
  const { split, noise, perClass, seed } = settings;
  const draw = useMemo(
    () => drawTrial({ split, noise, perClass }, seed + shownTrial, collection),
    [split, noise, perClass, seed, shownTrial, collection],
  );
  const onFiles = useCallback((files: File[], classId: string | null) => void lab.importer.add(files, classId), [lab]);
  const onAction = useCallback(
    (action: CollectionAction) => lab.change(action, undoWords(lab.store.getState().collection, action)),
    [lab],
  );
  return (
    <PicturesPanel
      collection={collection}
      draw={draw}
      shown={shownTrial}
      draws={settings.seeds}
      share={split}
      thumbnailUrl={lab.thumbnailUrl}
      onFiles={onFiles}
      onAction={onAction}
      onShown={(shown) => lab.store.setState({ shownTrial: shown })}
      onShare={(share) => lab.set({ split: share })}
    />
  );
}
