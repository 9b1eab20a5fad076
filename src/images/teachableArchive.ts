import { t } from '@lingui/core/macro';
import { openArchive, zipLimits, type Archive, type ArchiveListing } from './archive';
import { labelOfZip, refusedTeachable } from './teachable';

/**
 * A Teachable Machine project with the ZIPs of its classes opened, one level deep: their pictures are listed in a folder
 * of their class's name. Any other archive is left as it is.
 */
export async function withInnerZips(archive: Archive): Promise<Archive> {
  const { teachable } = archive.listing;
  if (!teachable || teachable.nested.length === 0 || refusedTeachable(teachable)) return archive;
  const entries: { index: number; path: string }[] = [...archive.listing.entries];
  const skipped = [...archive.listing.skipped];
  const inner: (() => ReturnType<Archive['read']>)[] = [];
  // Entries of the inner ZIPs are numbered on from here.
  const from = 1_000_000;
  let bytes = 0;
  for (const { index, path } of teachable.nested) {
    const content = await archive.read(index);
    bytes += content.ok ? content.blob.size : 0;
    const opened = !content.ok || bytes > zipLimits.bytes ? null : await openArchive(content.blob);
    if (!opened?.ok) {
      skipped.push({ path, reason: opened ? opened.reason : content.ok ? tooLarge : content.reason });
      continue;
    }
    const { archive: within } = opened;
    const folder = labelOfZip(path, teachable.root);
    for (const entry of within.listing.entries) {
      entries.push({ index: from + inner.length, path: `${folder}-!-${entry.path}` });
      inner.push(() => within.read(entry.index));
    }
    for (const skip of within.listing.skipped) skipped.push({ path: `${path}/${skip.path}`, reason: skip.reason });
  }
  const listing: ArchiveListing = { ...archive.listing, entries, skipped };
  return {
    listing,
    read: (index) => inner[index - from]?.() ?? archive.read(index),
  };
}

const tooLarge = t`The ZIPs in it are too large together: at most 1 GB can be read. Unpack them, and add the folders.`;
