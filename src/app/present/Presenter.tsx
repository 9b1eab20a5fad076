/** Stands where Presenter will be. */
export default function Presenter() {
  return <div />;
}
