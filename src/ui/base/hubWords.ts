import { t } from '@lingui/core/macro';
import { type BaseCard, hubHosts } from '../../core/catalogue';
import { listed } from '../../core/listed';
import { bytesWords } from '../model/words';

const [hub = '', ...further] = hubHosts;
const handsOnTo = listed(further);

/** What is said before anything leaves the page's own address. */
export const leavesPage = t`Fetching one of these is the one thing that leaves this page’s address: its files are asked for at ${hub}, which hands on to ${handsOnTo}. They see your internet address, as every site does. Your pictures never go along.`;

export const keptAfter = t`The files are kept in this browser, so that the next visit needs no network.`;

/** " (13.9 MB)"; nothing where the size is not known. */
export const sizeInBrackets = ({ bytes }: Pick<BaseCard, 'bytes'>): string =>
  bytes === null ? '' : ` (${bytesWords(bytes)})`;

/** The same of one base, where it is asked for. */
export function askingWords({ bytes }: Pick<BaseCard, 'bytes'>): string {
  const size = bytes === null ? t`its files` : bytesWords(bytes);
  return t`Fetching it asks ${hub} for ${size}; ${hub} hands on to ${handsOnTo}. It is the one thing that leaves this page’s address.`;
}

/** What a single base's card says. */
export function cardLeavesPage({ bytes }: Pick<BaseCard, 'bytes'>): string {
  if (bytes === null) return t`Leaves this page: fetched from ${hub}`;
  const size = bytesWords(bytes);
  return t`Leaves this page: ${size} from ${hub}`;
}
