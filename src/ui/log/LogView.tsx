import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import { IconArrowsLeftRight, IconX } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useMemo, useRef, useState, type ReactNode } from 'react';
import { entryTitle } from '../../core/log/entryWords';
import type { LogEntry } from '../../core/log/logEntry';
import { MeasureCard } from '../inside/MeasureCard';
import type { HeadsUse } from './LogActions';
import { LogCard, type LogCardProps } from './LogCard';
import { LogComparison } from './LogComparison';
import { LogTools, type LogToolsProps, type Which } from './LogTools';
import './log.css';

export interface LogViewProps extends Pick<LogCardProps, 'onNote' | 'onPin' | 'onUse' | 'onUseHeads'> {
  /** In the order of their start. */
  readonly log: readonly LogEntry[];
  /** Id of the present training, where that is paused. */
  readonly paused: string | null;
  /** What can be done with the heads of an experiment. */
  readonly headsOf: (id: string) => HeadsUse;
  /** What came of using the settings or heads of an experiment again. */
  readonly answer: { readonly id: string; readonly words: ReactNode } | null;
  readonly onRemove: (entry: LogEntry) => void;
  readonly head: LogToolsProps['head'];
  readonly onHead: LogToolsProps['onHead'];
  readonly onSave: (file: Parameters<LogToolsProps['onSave']>[0], entries: readonly LogEntry[]) => Promise<void>;
}

/** So many are drawn at first, and as many more at a time. */
const page = 10;
const earlier = 'earlier';

/** All experiments, newest first and pinned ones before the others; two can be compared, and all of it handed in. */
export function LogView(props: LogViewProps) {
  const { log: latest, paused, headsOf, answer, onNote, onPin, onUse, onUseHeads, onRemove, onSave } = props;
  // Many entries that come at once, with a project, are drawn in slices between which the page answers.
  const log = useDeferredValue(latest);
  const [reference, setReference] = useState(earlier);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [compared, setCompared] = useState<readonly [string, string] | null>(null);
  const [shown, setShown] = useState(page);
  /** Those that the person opened or closed; of the others the newest and the pinned ones are open. */
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const list = useRef<HTMLUListElement>(null);
  const byId = useMemo(() => new Map(log.map((entry) => [entry.id, entry])), [log]);
  const newest = useMemo(() => log.toReversed().toSorted((a, b) => Number(b.pinned) - Number(a.pinned)), [log]);
  const chosen = log.filter(({ id }) => selected.has(id));
  const sets: Readonly<Record<Which, readonly LogEntry[]>> = {
    all: log,
    pinned: log.filter(({ pinned }) => pinned),
    selected: chosen,
  };
  const [first, second] = compared?.map((id) => byId.get(id)) ?? [];
  const [one, other] = chosen;
  const isCompared = chosen.length === 2 && first === one && second === other;
  const canCompare = one && other && chosen.length === 2 && !isCompared;
  const newestId = log.at(-1)?.id;
  const inAll = log.length;
  const next = Math.min(page, inAll - shown);
  /** One that is removed gives way to the usual. */
  const fixed = byId.get(reference) ?? null;
  const referenceOf = (entry: LogEntry) => {
    if (fixed) return fixed === entry ? null : fixed;
    return log[log.indexOf(entry) - 1] ?? null;
  };
  const onSelect = useCallback(
    (id: string, isSelected: boolean) =>
      setSelected((before) => new Set(isSelected ? [...before, id] : [...before].filter((other) => other !== id))),
    [],
  );
  const onOpen = useCallback(
    (id: string, isOpen: boolean) => setOpened((before) => new Map(before).set(id, isOpen)),
    [],
  );
  const pin = useCallback(
    (id: string, isPinned: boolean) => {
      // Unpinned, it does not close under the pointer.
      onOpen(id, true);
      onPin(id, isPinned);
    },
    [onOpen, onPin],
  );
  const remove = useCallback(
    (entry: LogEntry) => {
      onRemove(entry);
      // Its button is gone, and the focus would be with it.
      list.current?.focus({ preventScroll: true });
    },
    [onRemove],
  );
  if (latest.length === 0)
    return (
      <MeasureCard title={t`The log`} lead={lead} busy={false} ask={null}>
        <p>
          <Trans>No experiment yet. Press Train at station 3: it is written down here from its first moment on.</Trans>
        </p>
      </MeasureCard>
    );
  return (
    <MeasureCard title={t`The log`} lead={lead} busy={false} ask={null}>
      <div className="log-head">
        <NativeSelect
          label={t`Settings are compared with`}
          value={fixed ? reference : earlier}
          data={[
            { value: earlier, label: t`the experiment before` },
            ...log.toReversed().map((entry) => ({ value: entry.id, label: entryTitle(entry) })),
          ]}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <span className="lab-soft">
          <Trans>
            <Plural value={inAll} one="# experiment" other="# experiments" />: pinned ones first, then the newest
          </Trans>
        </span>
      </div>
      {first && second && (
        <LogComparison
          key={`${first.id} ${second.id}`}
          first={first}
          second={second}
          onClose={() => {
            setCompared(null);
            list.current?.focus({ preventScroll: true });
          }}
        />
      )}
      {chosen.length > 0 && (
        <div className="lab-card log-selection" data-idle={isCompared || undefined}>
          <span>{selectionWords(chosen.length)}</span>
          {isCompared && (
            <Button variant="default" leftSection={<IconX size={18} aria-hidden />} onClick={() => setCompared(null)}>
              <Trans>Close comparison</Trans>
            </Button>
          )}
          {canCompare && (
            <Button
              leftSection={<IconArrowsLeftRight size={18} aria-hidden />}
              onClick={() => setCompared([one.id, other.id])}
            >
              <Trans>Compare the two</Trans>
            </Button>
          )}
          <Button variant="subtle" color="gray" onClick={() => setSelected(new Set())}>
            <Trans>Select none</Trans>
          </Button>
        </div>
      )}
      <ul className="log-list" aria-label={t`Experiments`} tabIndex={-1} ref={list}>
        {newest.slice(0, shown).map((entry) => (
          <li key={entry.id}>
            <LogCard
              entry={entry}
              reference={referenceOf(entry)}
              isPaused={paused === entry.id}
              isSelected={selected.has(entry.id)}
              isOpen={opened.get(entry.id) ?? (entry.pinned || entry.id === newestId)}
              heads={headsOf(entry.id)}
              answer={answer?.id === entry.id ? answer.words : null}
              onOpen={onOpen}
              onSelect={onSelect}
              onNote={onNote}
              onPin={pin}
              onUse={onUse}
              onUseHeads={onUseHeads}
              onRemove={remove}
            />
          </li>
        ))}
      </ul>
      {shown < log.length && (
        <div>
          <Button variant="default" onClick={() => setShown(shown + page)}>
            <Trans>
              Show {next} more of {inAll}
            </Trans>
          </Button>
        </div>
      )}
      <LogTools
        counts={{ all: log.length, pinned: sets.pinned.length, selected: chosen.length }}
        head={props.head}
        isQuiet={canCompare === true}
        onHead={props.onHead}
        onSave={(file, which) => onSave(file, sets[which])}
      />
    </MeasureCard>
  );
}

function selectionWords(n: number): string {
  if (n === 1) return t`One selected: select another to compare the two.`;
  return n === 2 ? t`Two selected.` : t`${n} selected: two at a time can be compared.`;
}

const lead = t`Every training of the two sides is written down here while it runs, with what differs from the one before it.`;
