import { Button, Checkbox } from '@mantine/core';
import { IconHistory, IconPin, IconPinFilled, IconTrash } from '@tabler/icons-react';
import { memo, useId, type ReactNode } from 'react';
import { dateWords } from '../../core/dates';
import { changesBetween } from '../../core/log/changes';
import { entryVerdict } from '../../core/log/entryVerdict';
import { durationWords, entryTitle, fromWords, phaseWords, picturesWords } from '../../core/log/entryWords';
import type { LogEntry } from '../../core/log/logEntry';
import { ChangeList } from './ChangeList';
import { NoteField } from './NoteField';
import { SettingsTable } from './SettingsTable';
import { Sparklines } from './Sparklines';

export interface LogCardProps {
  readonly entry: LogEntry;
  /** What its settings are compared with; null: nothing. */
  readonly reference: LogEntry | null;
  /** It is the present training, and that is paused. */
  readonly isPaused: boolean;
  readonly isSelected: boolean;
  /** What came of using its settings again; null: not asked. */
  readonly answer: ReactNode;
  readonly onSelect: (id: string, isSelected: boolean) => void;
  readonly onNote: (id: string, note: string) => void;
  readonly onPin: (id: string, isPinned: boolean) => void;
  readonly onUse: (entry: LogEntry) => void;
  readonly onRemove: (entry: LogEntry) => void;
}

/** One experiment of the log. */
export const LogCard = memo(function LogCard(props: LogCardProps) {
  const { entry, reference, isPaused, isSelected, answer, onSelect, onNote, onPin, onUse, onRemove } = props;
  const id = useId();
  const title = entryTitle(entry);
  const verdict = entryVerdict(entry);
  return (
    <article className="log-card" aria-labelledby={id} data-phase={entry.phase} data-pinned={entry.pinned || undefined}>
      <div className="log-card-head">
        <Checkbox
          aria-label={`Select ${title}`}
          checked={isSelected}
          onChange={(event) => onSelect(entry.id, event.currentTarget.checked)}
        />
        <h4 id={id}>{title}</h4>
        {entry.pinned && (
          <span className="log-pinned">
            <IconPinFilled size={15} aria-hidden />
            pinned
          </span>
        )}
        {entry.from !== null && <span className="log-from">{fromWords(entry)}</span>}
        <span className="lab-soft lab-numbers">
          {dateWords(entry.startedAt)}
          {entry.epochsDone > 0 && `, ${durationWords(entry.seconds)}`}
        </span>
        <span className="log-phase" data-phase={entry.phase}>
          {phaseWords(entry, isPaused)}
        </span>
      </div>
      <p className="log-pictures">{picturesWords(entry)}</p>
      <ChangeList
        changes={reference ? changesBetween(reference, entry) : []}
        reference={reference ? entryTitle(reference) : null}
      />
      {entry.epochsDone > 0 && (
        <div className="log-result">
          <Sparklines curves={entry.curves} epochs={entry.settings.epochs} />
          {verdict && <p className="log-verdict">{verdict.headline}</p>}
        </div>
      )}
      {entry.test && (
        <p className="log-test">
          Test set opened {dateWords(entry.test.openedAt)}: {entry.test.sentence}
        </p>
      )}
      <NoteField note={entry.note} title={title} onNote={(note) => onNote(entry.id, note)} />
      <div className="log-actions">
        <Button
          variant="default"
          leftSection={<IconHistory size={18} aria-hidden />}
          aria-label={`Use these settings again: ${title}`}
          onClick={() => onUse(entry)}
        >
          Use these settings again
        </Button>
        <Button
          variant="subtle"
          aria-label={`${entry.pinned ? 'Unpin' : 'Pin'} ${title}`}
          leftSection={entry.pinned ? <IconPinFilled size={18} aria-hidden /> : <IconPin size={18} aria-hidden />}
          onClick={() => onPin(entry.id, !entry.pinned)}
        >
          {entry.pinned ? 'Unpin' : 'Pin'}
        </Button>
        {entry.phase !== 'running' && (
          <Button
            variant="subtle"
            color="gray"
            aria-label={`Remove ${title}`}
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() => onRemove(entry)}
          >
            Remove
          </Button>
        )}
      </div>
      {answer}
      <SettingsTable entry={entry} />
    </article>
  );
});
