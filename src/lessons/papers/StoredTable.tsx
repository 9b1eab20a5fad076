import { t } from '@lingui/core/macro';
import { PaperTable } from './PaperTable';
import { storedThings } from './stored';

export const StoredTable = () => (
  <PaperTable caption={t`What this page keeps in the browser`} head={[t`What`, t`Where`, t`How to delete it`]}>
    <tbody>
      {storedThings.map(({ what, place, name, deleting }) => (
        <tr key={`${place}/${name}`}>
          <th scope="row">{what}</th>
          <td>
            {place}: <code>{name}</code>
          </td>
          <td>{deleting}</td>
        </tr>
      ))}
    </tbody>
  </PaperTable>
);
