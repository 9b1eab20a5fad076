import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useCallback, useMemo } from 'react';
import { armWords } from '../core/armWords';
import { picturesByRow } from '../core/experiment';
import type { InsideState } from '../core/inside/insideState';
import { snapshotBudget } from '../core/inside/snapshots';
import type { Session } from '../core/session';
import { megabytes } from '../ui/model/words';
import { InTurn } from '../ui/compare/InTurn';
import { useTurn } from '../ui/compare/useTurn';
import { PicturePicker } from '../ui/base/PicturePicker';
import { AnswersPanel } from '../ui/inside/AnswersPanel';
import { KnockOutPanel } from '../ui/inside/KnockOutPanel';
import { MonteCarloPanel } from '../ui/inside/MonteCarloPanel';
import { NetworkPanel } from '../ui/inside/NetworkPanel';
import { SimilarityPanel } from '../ui/inside/SimilarityPanel';
import { Note } from '../ui/layout/Note';
import { useLab, useLabState } from './context';

/** What the heads of one training look like from the inside, at the epoch that is looked at. */
export function Heads(props: { readonly session: Session }) {
  const lab = useLab();
  const latest = useLabState((s) => s.inside);
  const given = useMemo(() => ({ session: props.session, inside: latest }), [props.session, latest]);
  // Drawn in turns with the charts, so that they never add up to one long task.
  const { session, inside } = useTurn(given);
  const answers = useTurn(useMemo(() => ({ view: inside.answers, session }), [inside.answers, session]));
  const isTraining = useLabState((s) => s.training.phase === 'running');
  const { collection, classNames, experiment } = session;
  const pictures = useMemo(() => picturesByRow(collection), [collection]);
  const armNames = useMemo(() => experiment.arms.map((arm) => armWords(arm)), [experiment]);
  const pictureOf = useCallback(
    (row: number) => {
      const picture = pictures[row];
      return { url: picture ? lab.thumbnailUrl(picture.hash) : '', name: picture?.name ?? '' };
    },
    [lab, pictures],
  );
  const asked = useAskedPicture(session, inside.row);
  const ask = useMemo(
    () => ({
      knockOut: () => lab.inside.ask('knockOut'),
      similarity: () => lab.inside.ask('similarity'),
      monteCarlo: () => lab.inside.ask('monteCarlo'),
    }),
    [lab],
  );
  if (!inside.network) return inside.trouble === null ? null : <Note tone="error">{inside.trouble}</Note>;
  return (
    <>
      {inside.trouble !== null && <Note tone="error">{inside.trouble}</Note>}
      <NetworkPanel
        view={inside.network}
        classNames={classNames}
        armNames={armNames}
        mode={inside.mode}
        step={inside.step}
        stepStage={inside.stage}
        playing={inside.playing}
        // Another picture's numbers would stand beside the new one.
        predict={inside.predict?.row === asked?.row ? inside.predict : null}
        strip={inside.strip}
        shownInBatch={inside.shownInBatch}
        pictureOf={pictureOf}
        picker={asked?.picker}
        canStep={!isTraining}
        onMode={lab.inside.setMode}
        onStep={lab.inside.step}
        onPlay={lab.inside.togglePlay}
        onShownInBatch={lab.inside.showInBatch}
      />
      <p className="lab-soft lab-numbers inside-kept">{keptWords(inside)}</p>
      <InTurn>
        <AnswersPanel
          view={answers.view}
          classNames={answers.session.classNames}
          pictureOf={pictureOf}
          labels={answers.session.labels}
          armNames={armNames}
        />
      </InTurn>
      {experiment.hidden > 0 ? (
        <InTurn>
          <KnockOutPanel view={inside.knockOut} busy={inside.busy.includes('knockOut')} onAsk={ask.knockOut} />
          <SimilarityPanel
            kind={inside.kind}
            onKind={lab.inside.setKind}
            view={inside.similarity}
            course={inside.course}
            busy={inside.busy.includes('similarity')}
            onAsk={ask.similarity}
            layerUnits={experiment.hidden}
          />
        </InTurn>
      ) : (
        <Note>
          <Trans>This head has no hidden layer, so there are no hidden neurons to compare or to take away.</Trans>
        </Note>
      )}
      {asked && (
        <InTurn>
          <MonteCarloPanel
            view={inside.monteCarlo}
            busy={inside.busy.includes('monteCarlo')}
            classNames={classNames}
            className={asked.className}
            picker={asked.picker}
            onAsk={ask.monteCarlo}
          />
        </InTurn>
      )}
    </>
  );
}

/** "Kept to look back at: 61 moments of 5 seeds, 9.4 MB (64 MB at most)." */
function keptWords({ epochs, trials, bytes }: InsideState): string {
  const moments = epochs.length;
  const [used, most] = [megabytes(bytes), megabytes(snapshotBudget)];
  return t`Kept to look back at: ${plural(moments, { one: '# moment', other: '# moments' })} of ${plural(trials, { one: '# seed', other: '# seeds' })}, ${used} MB of at most ${most} MB.`;
}

/** The validation picture of the first seed that single answers are about, and the way to another. Null: there is none. */
function useAskedPicture({ collection, experiment, classNames, labels }: Session, chosen: number | null) {
  const lab = useLab();
  return useMemo(() => {
    const rows = [...(experiment.trials[0]?.validation ?? [])];
    const pictures = picturesByRow(collection);
    const row = chosen ?? rows[0];
    const picture = row === undefined ? undefined : pictures[row];
    if (row === undefined || !picture) return null;
    const classes = collection.classes.flatMap(({ id, name }) => {
      const first = rows.map((r) => pictures[r]).find((p) => p?.classId === id);
      return first ? [{ id, name, pictureId: first.id }] : [];
    });
    return {
      row,
      className: classNames[labels[row] ?? 0] ?? '',
      picker: (
        <PicturePicker
          picture={{ ...picture, url: lab.thumbnailUrl(picture.hash) }}
          classes={classes}
          onPicture={(id) => lab.inside.showPicture(pictures.findIndex((p) => p.id === id))}
          onStepPicture={(by) => {
            const next = rows.at((rows.indexOf(row) + by) % rows.length);
            if (next !== undefined) lab.inside.showPicture(next);
          }}
        />
      ),
    };
  }, [lab, collection, experiment, classNames, labels, chosen]);
}
