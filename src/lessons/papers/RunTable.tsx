import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { expected } from './expected';
import { PaperTable } from './PaperTable';
import { tableRuns } from './questions';

/** The table of the worksheet: to be filled in, or filled in with what was measured. */
export function RunTable({ isFilled }: { readonly isFilled: boolean }) {
  return (
    <PaperTable
      caption={isFilled ? t`After the last epoch, as measured` : t`After the last epoch: fill in what you read`}
      head={[
        t`Run`,
        t`Side`,
        t`Training accuracy`,
        t`Validation accuracy`,
        t`Gap (points)`,
        t`Validation loss`,
        t`Difference, with minus without, and its interval`,
      ]}
    >
      {tableRuns.map(({ id, name }) => (
        <Rows key={id} name={name} isFilled={isFilled} id={id} />
      ))}
    </PaperTable>
  );
}

function Rows({ id, name, isFilled }: { readonly id: string; readonly name: string; readonly isFilled: boolean }) {
  const { training, validation, gap, loss, difference } = expected(id);
  const cell = (text: string) => (isFilled ? text : <div className="lab-room-cell" />);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" rowSpan={2}>
          {name}
        </th>
        <th scope="row">
          <Trans>without</Trans>
        </th>
        <td>{cell(training[0])}</td>
        <td>{cell(validation[0])}</td>
        <td>{cell(gap[0])}</td>
        <td>{cell(loss[0])}</td>
        <td rowSpan={2}>{cell(difference)}</td>
      </tr>
      <tr>
        <th scope="row">
          <Trans>with</Trans>
        </th>
        <td>{cell(training[1])}</td>
        <td>{cell(validation[1])}</td>
        <td>{cell(gap[1])}</td>
        <td>{cell(loss[1])}</td>
      </tr>
    </tbody>
  );
}
