import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconWorld } from '@tabler/icons-react';
import { useId } from 'react';
import { useDropzone } from 'react-dropzone';
import type { ModelImport } from '../../core/baseState';
import { Word } from '../words/Word';
import { BaseOption, type ChoosableBase } from './BaseOption';
import { FactList } from './FactList';
import { commonFacts, factsOf } from './facts';
import { keptAfter, leavesPage } from './hubWords';
import { ModelFiles } from './ModelFiles';
import type { ModelAnswer } from './ModelQuestions';
import './chooser.css';

export interface BaseChooserProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Every base that there is to choose, the learner's own among them. */
  readonly cards: readonly ChoosableBase[];
  readonly onChoose: (id: string) => void;
  /** Forgets a base of the learner's own, or the kept files of a hub base. */
  readonly onRemove: (id: string) => void;
  readonly importing: ModelImport;
  readonly onFiles: (files: File[]) => void;
  readonly onAnswer: (answer: ModelAnswer) => void;
  readonly onCancelImport: () => void;
  /** Where the focus goes when it opens: for the way here from "load from files". */
  readonly startAt?: 'bases' | 'files';
}

/** The choice of the frozen base. A default export, because the page loads it when it is first opened. */
export default function BaseChooser({ opened, onClose, ...choices }: BaseChooserProps) {
  const isPhone = useMediaQuery('(max-width: 40rem)') ?? false;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Where the knowledge comes from`}
      size="72rem"
      fullScreen={isPhone}
      closeButtonProps={{ 'aria-label': t`Close` }}
      classNames={{ title: 'chooser-title' }}
    >
      {opened && <Choices {...choices} />}
    </Modal>
  );
}

function Choices(props: Omit<BaseChooserProps, 'opened' | 'onClose'>) {
  const { cards, onChoose, onRemove, importing, onFiles, onAnswer, onCancelImport, startAt = 'bases' } = props;
  const id = useId();
  // The whole dialog takes files, so that they do not fall through to the page, which would take them for pictures.
  const { getRootProps, isDragActive } = useDropzone({
    noClick: true,
    noKeyboard: true,
    noDragEventsBubbling: true,
    onDrop: (files) => {
      if (files.length > 0) onFiles(files);
    },
  });
  const near = cards.filter(({ card }) => card.origin.kind !== 'hub');
  const hub = cards.filter(({ card }) => card.origin.kind === 'hub');
  const common = commonFacts(hub.map(({ card }) => card));
  const largest = largestOf(cards);
  const option = (base: ChoosableBase, said: typeof common, warningId: string | null) => (
    <BaseOption
      key={base.card.id}
      base={base}
      said={said}
      largest={largest}
      warningId={warningId}
      onChoose={() => onChoose(base.card.id)}
      onRemove={() => {
        // The button that was pressed goes away with what it removed.
        document.getElementById(`${id}-lead`)?.focus();
        onRemove(base.card.id);
      }}
    />
  );
  return (
    <div {...getRootProps({ role: undefined })} className="chooser">
      <p className="chooser-lead" id={`${id}-lead`} tabIndex={-1}>
        <Trans>
          A <Word of="base">base</Word> was trained on task A, long before and by others. What it learned there is what
          your own pictures start from. Try two, and compare: the pictures, the <Word of="split">splits</Word> and the{' '}
          <Word of="seed">seeds</Word> stay the same.
        </Trans>
      </p>
      <section className="chooser-group" aria-labelledby={`${id}-near`}>
        <h3 className="lab-h3" id={`${id}-near`}>
          <Trans>On this device</Trans>
        </h3>
        <div className="chooser-cards">{near.map((base) => option(base, [], null))}</div>
      </section>
      {hub.length > 0 && (
        <section className="chooser-group" aria-labelledby={`${id}-hub`}>
          <h3 className="lab-h3" id={`${id}-hub`}>
            <Trans>From the TensorFlow hub</Trans>
          </h3>
          <div className="lab-note chooser-leaves" data-tone="warn">
            <IconWorld size={20} aria-hidden />
            <p id={`${id}-leaves`}>
              <b>{leavesPage}</b> {keptAfter}
            </p>
          </div>
          {common.length > 0 && (
            <div className="chooser-common">
              <p className="lab-soft">
                <Trans>
                  The number in the name is the width: 0.50 has half the channels of 1.00 in every block. All of them:
                </Trans>
              </p>
              <FactList facts={common} />
            </div>
          )}
          <div className="chooser-cards">{hub.map((base) => option(base, common, `${id}-leaves`))}</div>
        </section>
      )}
      <section className="chooser-group" aria-labelledby={`${id}-files`}>
        <h3 className="lab-h3" id={`${id}-files`}>
          <Trans>Load from files</Trans>
        </h3>
        <ModelFiles
          importing={importing}
          over={isDragActive}
          startsHere={startAt === 'files'}
          onFiles={onFiles}
          onAnswer={onAnswer}
          onCancel={onCancelImport}
        />
      </section>
    </div>
  );
}

/** Under each term, the figure that fills the bar. */
function largestOf(cards: readonly ChoosableBase[]): ReadonlyMap<string, number> {
  const largest = new Map<string, number>();
  for (const { term, figure } of cards.flatMap(({ card }) => factsOf(card)))
    if (figure !== undefined) largest.set(term, Math.max(largest.get(term) ?? 0, figure));
  return largest;
}
