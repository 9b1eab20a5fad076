import { Modal, Table } from '@mantine/core';
import { differences, differencesInWords } from '../../core/differences';
import type { Experiment } from '../../core/experiment';
import type { Settings } from '../../core/settings';

interface DifferencesModalProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly settings: Settings;
  readonly experiment: Experiment;
}

/** Proof that the comparison is fair: every setting of both sides. */
export function DifferencesModal({ isOpen, onClose, settings, experiment }: DifferencesModalProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="What differs between the two sides?"
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {isOpen && <DifferencesTable settings={settings} experiment={experiment} />}
    </Modal>
  );
}

function DifferencesTable({ settings, experiment }: Pick<DifferencesModalProps, 'settings' | 'experiment'>) {
  const rows = differences(settings, experiment);
  return (
    <Table.ScrollContainer minWidth={520} type="native">
      <Table captionSide="top" className="compare-differences">
        <Table.Caption>{differencesInWords(rows)}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Setting</Table.Th>
            <Table.Th scope="col">Without dropout</Table.Th>
            <Table.Th scope="col">With dropout</Table.Th>
            <Table.Th scope="col">The same?</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ label, unit, values: [left, right], differs }) => (
            <Table.Tr key={label} className={differs ? 'setting-differs' : ''} data-differs={differs}>
              <Table.Th scope="row">
                {label}
                {unit && <small> ({unit})</small>}
              </Table.Th>
              <Table.Td>{left}</Table.Td>
              <Table.Td>{right}</Table.Td>
              <Table.Td>{differs ? 'differs' : 'same'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
