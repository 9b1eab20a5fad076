import { t } from '@lingui/core/macro';
import { PaperTable } from './PaperTable';
import { storedThings } from './stored';

export const StoredTable = () => (
  <PaperTable caption={t`What this page keeps in the browser`} head={[t`What`, t`Where`, t`How to delete it`]}>
    <tbody>
      {storedThings.map(({ what, where, deleting }) => (
        <tr key={where}>
          <th scope="row">{what}</th>
          <td>
            <code>{where}</code>
          </td>
          <td>{deleting}</td>
        </tr>
      ))}
    </tbody>
  </PaperTable>
);
