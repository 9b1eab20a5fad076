import { t } from '@lingui/core/macro';
import { type BaseCard, hubHosts } from '../../core/catalogue';
import { megabytes } from '../model/words';

const [hub = '', ...further] = hubHosts;

/** What is said before anything leaves the page's own address. */
export const leavesPage =
  t`Fetching one of these is the one thing that leaves this page’s address: its files are asked for at ${hub}, which ` +
  t`hands on to ${further.join(' and ')}. They see your internet address, as every site does. Your pictures never go along.`;

export const keptAfter = t`The files are kept in this browser, so that the next visit needs no network.`;

/** " (13.9 MB)"; nothing where the size is not known. */
export const sizeInBrackets = ({ bytes }: Pick<BaseCard, 'bytes'>): string =>
  bytes === null ? '' : t` (${megabytes(bytes)} MB)`;

/** The same of one base, where it is asked for. */
export const askingWords = ({ bytes }: Pick<BaseCard, 'bytes'>): string =>
  `Fetching it asks ${hub} for ${bytes === null ? t`its files` : t`${megabytes(bytes)} MB`}; ${hub} hands on to ` +
  t`${further.join(' and ')}. It is the one thing that leaves this page’s address.`;

/** What a single base's card says. */
export const cardLeavesPage = ({ bytes }: Pick<BaseCard, 'bytes'>): string =>
  t`Leaves this page: ${bytes === null ? 'fetched' : t`${megabytes(bytes)} MB`} from ${hub}`;
