/** Stands where WordsPage will be. */
export default function WordsPage() {
  return <div />;
}
