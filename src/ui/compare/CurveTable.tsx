import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Table } from '@mantine/core';
import { memo } from 'react';
import { armWords } from '../../core/armWords';
import type { Measure } from '../../core/curves';
import { Word } from '../words/Word';
import { formats } from './formats';
import { rowsOf } from './series';
import type { ArmCurves } from '../../core/curves';

interface CurveTableProps {
  readonly arms: readonly ArmCurves[];
  readonly measure: Measure;
  readonly seen: boolean;
  /** "mean of 5 seeds" */
  readonly over: string;
}

/** The charts as numbers: every epoch, both sides. */
export const CurveTable = memo(function CurveTable({ arms, measure, seen, over }: CurveTableProps) {
  const curves = seen
    ? (['training', 'seen', 'validation', 'gap'] as const)
    : (['training', 'validation', 'gap'] as const);
  const { value, gap } = formats[measure];
  return (
    // A scrolling region must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="compare-table" tabIndex={0} aria-label={regionWords[measure]}>
      <Table stickyHeader highlightOnHover captionSide="top">
        <Table.Caption>
          {measure === 'accuracy' ? (
            <Trans>
              <Word of="accuracy">Accuracy</Word> after every epoch, {over}
            </Trans>
          ) : (
            <Trans>
              <Word of="loss">Loss</Word> after every epoch, {over}
            </Trans>
          )}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">
              <Word of="epoch">{t`Epoch`}</Word>
            </Table.Th>
            {arms.flatMap(({ arm }) =>
              curves.map((curve) => (
                <Table.Th key={`${arm.name} ${curve}`} scope="col">
                  {words[curve]}, {armWords(arm)}
                </Table.Th>
              )),
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rowsOf(arms).map((row) => (
            <TableRow
              key={row.epoch}
              epoch={row.epoch}
              cells={row.arms
                .flatMap((point) => curves.map((c) => (c === 'gap' ? gap(point.gap.mean) : value(point[c].mean))))
                .join('|')}
            />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
});

const regionWords: Readonly<Record<Measure, string>> = {
  accuracy: t`Values of every epoch, accuracy`,
  loss: t`Values of every epoch, loss`,
};

const words = { training: t`training`, seen: t`as seen`, validation: t`validation`, gap: t`gap` } as const;

/** Takes its cells as one string, so that rows already there are not drawn again at every epoch. */
const TableRow = memo(function TableRow({ epoch, cells }: { readonly epoch: number; readonly cells: string }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">{epoch}</Table.Th>
      {cells.split('|').map((cell, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- the columns never move
        <Table.Td key={i}>{cell}</Table.Td>
      ))}
    </Table.Tr>
  );
});
