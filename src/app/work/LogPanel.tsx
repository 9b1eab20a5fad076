import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import type { LogEntry } from '../../core/log/logEntry';
import { entryTitle } from '../../core/log/entryWords';
import { picturesDigest } from '../../core/log/picturesDigest';
import { heldIn, isFree } from '../../core/prepared';
import { sampleOf } from '../../core/samples';
import { Note } from '../../ui/layout/Note';
import { LogView, type LogViewProps } from '../../ui/log/LogView';
import { UndoBar } from '../../ui/pictures/UndoBar';
import { useLab, useLabState } from '../context';
import type { Lab } from '../lab';
import { logFile } from './logFile';
import { useKeptHeads } from './keptHeads';
import { useReportHead } from './reportHead';

/** The log of the experiments, and what can be done with it. */
export function LogPanel() {
  const lab = useLab();
  const { log, paused, isBusy, inUse, project, undoable } = useLabState((state) => {
    const { log, training, planning, heads, project, undoable } = state;
    return {
      log,
      isBusy: planning || training.phase === 'running' || training.phase === 'paused',
      inUse: heads?.runId ?? null,
      paused: training.phase === 'paused' ? training.session.runId : null,
      project: project.id,
      undoable,
    };
  });
  const kept = useKeptHeads();
  const [head, setHead] = useReportHead();
  const headsOf = (id: string) => (id === inUse ? 'in use' : kept.has(id) ? (isBusy ? 'busy' : 'kept') : 'not kept');
  /** What can be put back, and in which project. */
  const [removal, setRemoval] = useState<Removal | null>(null);
  const removed = removal?.project === project ? removal.entries : [];
  const [answer, setAnswer] = useState<LogViewProps['answer']>(null);
  const loading = useRef(false);

  const onUse = useCallback(
    (entry: LogEntry) => {
      const { prepared, settings } = lab.store.getState();
      const isAll = heldIn(prepared, settings, entry.settings).length === 0;
      lab.set(entry.settings);
      const { sample, collection } = lab.store.getState();
      const title = entryTitle(entry);
      const isSame = picturesDigest(collection) === entry.picturesDigest;
      const canLoad = isAll && isFree(prepared, 'samples');
      const other = sample !== entry.sample && canLoad ? sampleOf(entry.sample) : undefined;
      const load = async () => {
        if (!other || loading.current) return;
        loading.current = true;
        const isWhole = await lab.loadSample(other.id, entry.settings).finally(() => (loading.current = false));
        setAnswer({
          id: entry.id,
          words: isWhole ? (
            <Answer>
              <Trans>
                “{other.title}” and the settings of {title} are there. Press Train to repeat it.
              </Trans>
            </Answer>
          ) : (
            <Answer tone="warn">
              <Trans>“{other.title}” did not come in whole. Try it again.</Trans>
            </Answer>
          ),
        });
      };
      setAnswer({
        id: entry.id,
        words: (
          <Answer tone={isSame && isAll ? 'plain' : 'warn'}>
            <p>
              {!isAll
                ? t`The settings of ${title} are set, but for those that your instructor has set.`
                : isSame
                  ? t`The settings of ${title} are set. The pictures are the same: press Train to repeat it.`
                  : t`The settings of ${title} are set.`}
            </p>
            {!isSame && !other && (
              <p>
                <Trans>
                  The pictures, labels, pins or the test set are not what they were in {title}, so that its numbers will
                  not come again.
                </Trans>
              </p>
            )}
            {other && (
              <>
                <p>
                  <Trans>
                    {title} was on the built-in set “{other.title}”, which is not what is loaded now. Pictures of your
                    own are kept and offered back.
                  </Trans>
                </p>
                <Button variant="default" onClick={() => void load()}>
                  <Trans>Load “{other.title}” with these settings</Trans>
                </Button>
              </>
            )}
          </Answer>
        ),
      });
    },
    [lab],
  );
  const onUseHeads = useCallback(
    (entry: LogEntry) => {
      const use = async () => {
        const isUsed = await takeHeads(lab, entry.id);
        const title = entryTitle(entry);
        const isSame = picturesDigest(lab.store.getState().collection) === entry.picturesDigest;
        setAnswer({
          id: entry.id,
          words: isUsed ? (
            <Answer tone={isSame ? 'plain' : 'warn'}>
              {[
                t`Stations 7 and 8 and the downloaded model have the heads of ${title} now.`,
                ...(isSame ? [] : [t`They learned from other pictures, labels or sides than those that are here now.`]),
              ].join(' ')}
            </Answer>
          ) : (
            <Answer tone="warn">
              <Trans>The heads of {title} cannot be used: they are no longer kept, or a training is under way.</Trans>
            </Answer>
          ),
        });
      };
      void use();
    },
    [lab],
  );
  const onRemove = useCallback(
    (entry: LogEntry) => {
      const { id } = lab.store.getState().project;
      // One after the other, they come back together.
      setRemoval((before) => ({
        project: id,
        entries: [...(before?.project === id ? before.entries : []), entry],
      }));
      // One offer to undo is seen at a time, the newest; pictures can still be undone by the keyboard.
      lab.store.setState({ undoable: null });
      lab.logbook.remove([entry.id]);
    },
    [lab],
  );
  const onNote = useCallback((id: string, note: string) => lab.logbook.amend(id, { note }), [lab]);
  const onPin = useCallback((id: string, pinned: boolean) => lab.logbook.amend(id, { pinned }), [lab]);
  const onSave: LogViewProps['onSave'] = async (file, entries) => {
    const [{ saveAs }, { blob, name }] = await Promise.all([
      import('file-saver'),
      logFile(file, entries, {
        title: head.title.trim() || t`My experiments`,
        learner: head.learner.trim(),
        madeAt: Date.now(),
      }),
    ]);
    saveAs(blob, name);
  };
  return (
    <>
      <LogView
        log={log}
        paused={paused}
        headsOf={headsOf}
        answer={answer}
        head={head}
        onHead={setHead}
        onNote={onNote}
        onPin={onPin}
        onUse={onUse}
        onUseHeads={onUseHeads}
        onRemove={onRemove}
        onSave={onSave}
      />
      <UndoBar
        message={removed.length > 0 && undoable === null ? removedWords(removed) : null}
        onUndo={() => {
          lab.logbook.restore(removed);
          setRemoval(null);
        }}
        onDismiss={() => setRemoval(null)}
      />
    </>
  );
}

/** What it asks is no hook, whatever its name. */
const takeHeads = ({ projects }: Lab, runId: string) => projects.useHeads(runId);

interface Removal {
  readonly project: string;
  readonly entries: readonly LogEntry[];
}

/** "Experiment 3 removed.", "Experiments 3 and 4 removed.", "5 experiments removed." */
function removedWords(entries: readonly LogEntry[]): string {
  const [first, second] = entries;
  const title = first ? entryTitle(first) : '';
  if (!first || !second) return t`${title} removed.`;
  const [one, other, all] = [first.number, second.number, entries.length];
  if (all === 2) return t`Experiments ${one} and ${other} removed.`;
  return plural(all, { one: '# experiment removed.', other: '# experiments removed.' });
}

/** Said where it was asked for. */
function Answer({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'warn';
  readonly children: React.ReactNode;
}) {
  return (
    <output className="log-answer">
      <Note tone={tone}>{children}</Note>
    </output>
  );
}
