/** Stands where PreparePage will be. */
export default function PreparePage() {
  return <div />;
}
