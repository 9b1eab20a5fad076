import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Table } from '@mantine/core';
import type { Anatomy, FeatureCut } from '../../core/base';
import { grouped } from '../../core/figures';
import { aboutWords } from '../model/words';
import { lineOf } from './cutWords';

export interface BlockTableProps {
  readonly anatomy: Anatomy;
  readonly cut: FeatureCut;
}

/** The drawing of the blocks in figures. */
export function BlockTable({ anatomy, cut }: BlockTableProps) {
  const line = lineOf(cut);
  const use = (at: number) => {
    if (cut.blocks.some((taken) => taken === at)) return t`run, features taken`;
    return at < line ? t`run` : t`not run`;
  };
  return (
    <Table.ScrollContainer minWidth={640} type="native" className="cut-table">
      <Table captionSide="top">
        <Table.Caption>
          <Trans>
            The base’s blocks from early to late. Parameters and multiply-adds are counted from the input to the end of
            the block.
          </Trans>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">
              <Trans>Block</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>Name</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>Channels</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>Each map</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>Parameters</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>Multiply-adds</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>At this cut</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {anatomy.blocks.map((block, at) => (
            <Table.Tr key={block.node}>
              <Table.Th scope="row">{at + 1}</Table.Th>
              <Table.Td className="cut-name">{block.name}</Table.Td>
              <Table.Td>{grouped(block.channels)}</Table.Td>
              <Table.Td>
                {block.side} × {block.side}
              </Table.Td>
              <Table.Td>{grouped(block.parameters)}</Table.Td>
              <Table.Td>{aboutWords(block.multiplyAdds)}</Table.Td>
              <Table.Td>{use(at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
