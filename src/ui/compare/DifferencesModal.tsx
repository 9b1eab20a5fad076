import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Modal, Table } from '@mantine/core';
import { differences, differencesInWords } from '../../core/differences';
import type { Experiment } from '../../core/experiment';
import type { RunFingerprint } from '../../core/runFingerprint';
import type { Settings } from '../../core/settings';

interface DifferencesModalProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly settings: Settings;
  readonly experiment: Experiment;
  readonly fingerprints: readonly RunFingerprint[];
}

/** Proof that the comparison is fair: every setting of both sides, and what their runs really used. */
export function DifferencesModal({ isOpen, onClose, ...compared }: DifferencesModalProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t`What differs between the two sides?`}
      size="xl"
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {isOpen && <DifferencesTable {...compared} />}
    </Modal>
  );
}

function DifferencesTable({ settings, experiment, fingerprints }: Omit<DifferencesModalProps, 'isOpen' | 'onClose'>) {
  const rows = differences(settings, experiment, fingerprints);
  return (
    <Table.ScrollContainer minWidth={520} type="native">
      <Table captionSide="top" className="compare-differences">
        <Table.Caption>
          {differencesInWords(rows)}
          <small className="compare-fingerprints">{fingerprintsExplained}</small>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">
              <Trans>Setting</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>Without dropout</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>With dropout</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>The same?</Trans>
            </Table.Th>
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
              <Table.Td>{differs ? t`differs` : t`same`}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const fingerprintsExplained = t`A setting is what a side was told. A fingerprint is made, where the training runs, from what its runs really used: if a single number or picture were another, it would be, too.`;
