/** Runs something again and again, never twice at once: asked for while it runs, it runs once more afterwards. */
export function makeOneAtATime(work: () => Promise<void>, isClosed: () => boolean): () => void {
  let isBusy = false;
  let again = false;

  return function run(): void {
    if (isClosed()) return;
    if (isBusy) {
      again = true;
      return;
    }
    isBusy = true;
    void work()
      // A space that is being closed answers with an exception; it is looked at again when it is open.
      .catch(() => undefined)
      .then(() => {
        isBusy = false;
        if (!again) return;
        again = false;
        run();
      });
  };
}
