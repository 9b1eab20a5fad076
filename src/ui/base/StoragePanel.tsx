import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Table } from '@mantine/core';
import { useId, useRef } from 'react';
import type { Stored } from '../../core/baseState';
import { Note } from '../layout/Note';
import { ProgressBar } from '../layout/ProgressBar';
import { bytesWords } from '../model/words';
import { Word } from '../words/Word';
import { SecondPress } from './SecondPress';
import { keptSum, usedWords } from './storageWords';
import './storage.css';

export interface StoragePanelProps {
  /** null: this browser keeps nothing for the page. */
  readonly stored: Stored | null;
  /** @param key of one entry; null: all. */
  readonly onClearFeatures: (key: string | null) => void;
  readonly onRemoveBase: (id: string) => void;
}

/** What this browser keeps of features and bases, and the way to be rid of it. */
export function StoragePanel({ stored, onClearFeatures, onRemoveBase }: StoragePanelProps) {
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  // The button that was pressed goes away with what it deleted.
  const afterwards = (remove: () => void) => () => {
    title.current?.focus();
    remove();
  };
  return (
    <section className="lab-card storage" aria-labelledby={titleId}>
      <h3 className="lab-h3" id={titleId} ref={title} tabIndex={-1}>
        <Trans>Kept in this browser</Trans>
      </h3>
      {stored ? (
        <>
          <Usage stored={stored} />
          {stored.features.length + stored.bases.length === 0 ? (
            <p className="lab-soft">
              <Trans>
                Nothing of features or bases yet. Features are kept as soon as they are computed, so that the same
                pictures need not go through the base again.
              </Trans>
            </p>
          ) : (
            <Rows
              stored={stored}
              onClear={(key) => afterwards(() => onClearFeatures(key))()}
              onRemoveBase={(id) => afterwards(() => onRemoveBase(id))()}
            />
          )}
          {stored.features.length > 1 && (
            <div>
              <SecondPress
                label={t`Delete all features`}
                subject={t`all kept features`}
                onConfirm={afterwards(() => onClearFeatures(null))}
              />
            </div>
          )}
        </>
      ) : (
        <Note>
          <Trans>
            This browser keeps nothing for this page; perhaps it is a private window. Everything works, but features are
            computed anew and bases fetched anew at every visit.
          </Trans>
        </Note>
      )}
    </section>
  );
}

function Usage({ stored }: { readonly stored: Stored }) {
  const { used, quota } = stored;
  const words = usedWords(stored);
  return (
    <>
      <p className="lab-numbers">{words}</p>
      {used !== null && quota !== null && (
        <ProgressBar label={t`Storage used`} done={used} total={quota} words={words} />
      )}
    </>
  );
}

interface RowsProps {
  readonly stored: Stored;
  readonly onClear: (key: string) => void;
  readonly onRemoveBase: (id: string) => void;
}

function Rows({ stored, onClear, onRemoveBase }: RowsProps) {
  return (
    <Table captionSide="top" className="storage-table lab-numbers">
      <Table.Caption>
        <Trans>
          Deleting loses no pictures: <Word of="features">features</Word> are computed again, and{' '}
          <Word of="base">bases</Word> fetched or loaded again, when they are needed.
        </Trans>
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">
            <Trans>What</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Size</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <span className="lab-hidden">
              <Trans>Delete</Trans>
            </span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {stored.features.map(({ key, title, pictures, bytes }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row">
              {plural(pictures, {
                one: 'Features of # picture or copy',
                other: 'Features of # pictures and copies',
              })}{' '}
              <span>{title}</span>
            </Table.Th>
            <Table.Td>{bytesWords(bytes)}</Table.Td>
            <Table.Td>
              <SecondPress label={t`Delete`} subject={t`the features of ${title}`} onConfirm={() => onClear(key)} />
            </Table.Td>
          </Table.Tr>
        ))}
        {stored.bases.map(({ id, title, bytes }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row">
              <Trans>
                Base <span>{title}</span>
              </Trans>
            </Table.Th>
            <Table.Td>{bytesWords(bytes)}</Table.Td>
            <Table.Td>
              <SecondPress label={t`Delete`} subject={t`the base ${title}`} onConfirm={() => onRemoveBase(id)} />
            </Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Th scope="row">
            <Trans>Together</Trans>
          </Table.Th>
          <Table.Td>{bytesWords(keptSum(stored))}</Table.Td>
          <Table.Td />
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}
