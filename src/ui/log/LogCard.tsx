import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconPinFilled } from '@tabler/icons-react';
import { memo, useId, type ReactNode } from 'react';
import { dateWords } from '../../core/dates';
import { changesBetween } from '../../core/log/changes';
import { entryVerdict } from '../../core/log/entryVerdict';
import { durationWords, entryTitle, fromWords, phaseWords, picturesWords } from '../../core/log/entryWords';
import type { LogEntry } from '../../core/log/logEntry';
import { Word } from '../words/Word';
import { ChangeList } from './ChangeList';
import { LogActions, type HeadsUse, type LogActionsProps } from './LogActions';
import { LogSummary } from './LogSummary';
import { NoteField } from './NoteField';
import { SettingsTable } from './SettingsTable';
import { Sparklines } from './Sparklines';

export interface LogCardProps extends Pick<LogActionsProps, 'onPin' | 'onUse' | 'onUseHeads' | 'onRemove'> {
  readonly entry: LogEntry;
  /** What its settings are compared with; null: nothing. */
  readonly reference: LogEntry | null;
  /** It is the present training, and that is paused. */
  readonly isPaused: boolean;
  readonly isSelected: boolean;
  /** All of it, or one row. */
  readonly isOpen: boolean;
  readonly heads: HeadsUse;
  /** What came of using its settings or heads again; null: not asked. */
  readonly answer: ReactNode;
  readonly onOpen: (id: string, isOpen: boolean) => void;
  readonly onSelect: (id: string, isSelected: boolean) => void;
  readonly onNote: (id: string, note: string) => void;
}

/** One experiment of the log. */
export const LogCard = memo(function LogCard(props: LogCardProps) {
  const { entry, reference, isPaused, isSelected, isOpen, heads, answer, onOpen, onSelect, onNote } = props;
  const id = useId();
  const title = entryTitle(entry);
  const verdict = entryVerdict(entry);
  const changes = reference ? changesBetween(reference, entry) : [];
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <article
      className="log-card"
      aria-labelledby={id}
      data-phase={entry.phase}
      data-pinned={entry.pinned || undefined}
      data-open={isOpen || undefined}
    >
      <div className="log-card-head">
        <Checkbox
          aria-label={t`Select ${title}`}
          checked={isSelected}
          onChange={(event) => onSelect(entry.id, event.currentTarget.checked)}
        />
        <h4 id={id}>{title}</h4>
        {entry.pinned && (
          <span className="log-pinned">
            <IconPinFilled size={15} aria-hidden />
            <Trans>pinned</Trans>
          </span>
        )}
        {entry.from !== null && <span className="log-from">{fromWords(entry)}</span>}
        {heads === 'in use' && (
          <span className="log-in-use">
            <Trans>heads in use at stations 7 and 8</Trans>
          </span>
        )}
        <span className="lab-soft lab-numbers">
          {dateWords(entry.startedAt)}
          {isOpen && entry.epochsDone > 0 && `, ${durationWords(entry.seconds)}`}
        </span>
        {(isOpen || entry.phase !== 'finished') && (
          <span className="log-phase" data-phase={entry.phase}>
            {phaseWords(entry, isPaused)}
          </span>
        )}
        <ActionIcon
          className="log-open"
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t`Details of ${title}`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-details` : undefined}
          onClick={() => onOpen(entry.id, !isOpen)}
        >
          <Chevron size={20} aria-hidden />
        </ActionIcon>
      </div>
      {isOpen ? (
        <div className="log-details" id={`${id}-details`}>
          <p className="log-pictures">{picturesWords(entry)}</p>
          <ChangeList changes={changes} reference={reference ? entryTitle(reference) : null} />
          {entry.epochsDone > 0 && (
            <div className="log-result">
              <Sparklines curves={entry.curves} epochs={entry.settings.epochs} />
              {verdict && <p className="log-verdict">{verdict.headline}</p>}
            </div>
          )}
          {entry.test && (
            <p className="log-test">
              <TestWords opened={dateWords(entry.test.openedAt)} sentence={entry.test.sentence} />
            </p>
          )}
          <NoteField note={entry.note} title={title} onNote={(note) => onNote(entry.id, note)} />
          <LogActions {...props} />
          {answer}
          <SettingsTable entry={entry} />
        </div>
      ) : (
        <LogSummary entry={entry} changes={changes} hasReference={reference !== null} />
      )}
    </article>
  );
});

const TestWords = ({ opened, sentence }: { readonly opened: string; readonly sentence: string }) => (
  <Trans>
    <Word of="test">Test set</Word> opened {opened}: {sentence}
  </Trans>
);
