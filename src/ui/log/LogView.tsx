import { Button, NativeSelect } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useMemo, useRef, useState, type ReactNode } from 'react';
import { count } from '../../core/figures';
import { entryTitle } from '../../core/log/entryWords';
import type { LogEntry } from '../../core/log/logEntry';
import { MeasureCard } from '../inside/MeasureCard';
import { LogCard, type LogCardProps } from './LogCard';
import { LogComparison } from './LogComparison';
import { LogTools, type LogToolsProps, type Which } from './LogTools';
import './log.css';

export interface LogViewProps extends Pick<LogCardProps, 'onNote' | 'onPin' | 'onUse'> {
  /** In the order of their start. */
  readonly log: readonly LogEntry[];
  /** Id of the present training, where that is paused. */
  readonly paused: string | null;
  /** What came of using the settings of an experiment again. */
  readonly answer: { readonly id: string; readonly words: ReactNode } | null;
  readonly onRemove: (entry: LogEntry) => void;
  readonly onSave: (
    file: Parameters<LogToolsProps['onSave']>[0],
    entries: readonly LogEntry[],
    head: Parameters<LogToolsProps['onSave']>[2],
  ) => Promise<void>;
}

/** So many are drawn at first, and as many more at a time. */
const page = 10;
const earlier = 'earlier';

/** All experiments, newest first and pinned ones before the others; two can be compared, and all of it handed in. */
export function LogView({ log: latest, paused, answer, onNote, onPin, onUse, onRemove, onSave }: LogViewProps) {
  // Many entries that come at once, with a project, are drawn in slices between which the page answers.
  const log = useDeferredValue(latest);
  const [reference, setReference] = useState(earlier);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [compared, setCompared] = useState<readonly [string, string] | null>(null);
  const [shown, setShown] = useState(page);
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
      <MeasureCard title="The log" lead={lead} busy={false} ask={null}>
        <p>No experiment yet. Press Train at station 3: it is written down here from its first moment on.</p>
      </MeasureCard>
    );
  return (
    <>
      <MeasureCard title="The log" lead={lead} busy={false} ask={null}>
        <div className="log-head">
          <NativeSelect
            label="Settings are compared with"
            value={fixed ? reference : earlier}
            data={[
              { value: earlier, label: 'the experiment before' },
              ...log.toReversed().map((entry) => ({ value: entry.id, label: entryTitle(entry) })),
            ]}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          <span className="lab-soft">{count(log.length, 'experiment')}: pinned ones first, then the newest</span>
        </div>
        {chosen.length > 0 && (
          <div className="lab-card log-selection">
            <span>{selectionWords(chosen.length)}</span>
            {one && other && chosen.length === 2 && (
              <Button
                leftSection={<IconArrowsLeftRight size={18} aria-hidden />}
                onClick={() => setCompared([one.id, other.id])}
              >
                Compare the two
              </Button>
            )}
            <Button variant="subtle" color="gray" onClick={() => setSelected(new Set())}>
              Select none
            </Button>
          </div>
        )}
        <ul className="log-list" aria-label="Experiments" tabIndex={-1} ref={list}>
          {newest.slice(0, shown).map((entry) => (
            <li key={entry.id}>
              <LogCard
                entry={entry}
                reference={referenceOf(entry)}
                isPaused={paused === entry.id}
                isSelected={selected.has(entry.id)}
                answer={answer?.id === entry.id ? answer.words : null}
                onSelect={onSelect}
                onNote={onNote}
                onPin={onPin}
                onUse={onUse}
                onRemove={remove}
              />
            </li>
          ))}
        </ul>
        {shown < log.length && (
          <div>
            <Button variant="default" onClick={() => setShown(shown + page)}>
              Show {Math.min(page, log.length - shown)} more of {log.length}
            </Button>
          </div>
        )}
        <LogTools
          counts={{ all: log.length, pinned: sets.pinned.length, selected: chosen.length }}
          onSave={(file, which, head) => onSave(file, sets[which], head)}
        />
      </MeasureCard>
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
    </>
  );
}

function selectionWords(n: number): string {
  if (n === 1) return 'One selected: select another to compare the two.';
  return n === 2 ? 'Two selected.' : `${n} selected: two at a time can be compared.`;
}

const lead =
  'Every training of the two sides is written down here while it runs, with what differs from the one before it.';
