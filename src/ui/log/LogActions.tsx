import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconBrain, IconHistory, IconPin, IconPinFilled, IconTrash } from '@tabler/icons-react';
import { entryTitle } from '../../core/log/entryWords';
import type { LogEntry } from '../../core/log/logEntry';

/** `busy`: kept, but a training is under way, whose heads would take their place at once. */
export type HeadsUse = 'not kept' | 'kept' | 'busy' | 'in use';

export interface LogActionsProps {
  readonly entry: LogEntry;
  readonly heads: HeadsUse;
  readonly onUse: (entry: LogEntry) => void;
  /** Stations 7 and 8 and the downloaded model are to have its heads. */
  readonly onUseHeads: (entry: LogEntry) => void;
  readonly onPin: (id: string, isPinned: boolean) => void;
  readonly onRemove: (entry: LogEntry) => void;
}

/** What can be done with one experiment. */
export function LogActions({ entry, heads, onUse, onUseHeads, onPin, onRemove }: LogActionsProps) {
  const title = entryTitle(entry);
  const Pin = entry.pinned ? IconPinFilled : IconPin;
  return (
    <div className="log-actions">
      <Button
        variant="default"
        leftSection={<IconHistory size={18} aria-hidden />}
        aria-label={t`Use these settings again: ${title}`}
        onClick={() => onUse(entry)}
      >
        <Trans>Use these settings again</Trans>
      </Button>
      {(heads === 'kept' || heads === 'busy') && (
        <Button
          variant="default"
          disabled={heads === 'busy'}
          leftSection={<IconBrain size={18} aria-hidden />}
          aria-label={t`Use these heads: ${title}`}
          onClick={() => onUseHeads(entry)}
        >
          <Trans>Use these heads</Trans>
        </Button>
      )}
      <Button
        variant="subtle"
        aria-label={entry.pinned ? t`Unpin ${title}` : t`Pin ${title}`}
        leftSection={<Pin size={18} aria-hidden />}
        onClick={() => onPin(entry.id, !entry.pinned)}
      >
        {entry.pinned ? t`Unpin` : t`Pin`}
      </Button>
      {entry.phase !== 'running' && (
        <Button
          variant="subtle"
          color="gray"
          aria-label={t`Remove ${title}`}
          leftSection={<IconTrash size={18} aria-hidden />}
          onClick={() => onRemove(entry)}
        >
          <Trans>Remove</Trans>
        </Button>
      )}
    </div>
  );
}
