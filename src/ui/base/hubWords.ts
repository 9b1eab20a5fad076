import { type BaseCard, hubHosts } from '../../core/catalogue';
import { megabytes } from '../model/words';

const [hub, ...further] = hubHosts;

/** What is said before anything leaves the page's own address. */
export const leavesPage =
  `Fetching one of these is the one thing that leaves this page’s address: its files are asked for at ${hub}, which ` +
  `hands on to ${further.join(' and ')}. They see your internet address, as every site does. Your pictures never go along.`;

export const keptAfter = 'The files are kept in this browser, so that the next visit needs no network.';

/** " (13.9 MB)"; nothing where the size is not known. */
export const sizeInBrackets = ({ bytes }: Pick<BaseCard, 'bytes'>): string =>
  bytes === null ? '' : ` (${megabytes(bytes)} MB)`;

/** The same of one base, where it is asked for. */
export const askingWords = ({ bytes }: Pick<BaseCard, 'bytes'>): string =>
  `Fetching it asks ${hub} for ${bytes === null ? 'its files' : `${megabytes(bytes)} MB`}; ${hub} hands on to ` +
  `${further.join(' and ')}. It is the one thing that leaves this page’s address.`;

/** What a single base's card says. */
export const cardLeavesPage = ({ bytes }: Pick<BaseCard, 'bytes'>): string =>
  `Leaves this page: ${bytes === null ? 'fetched' : `${megabytes(bytes)} MB`} from ${hub}`;
