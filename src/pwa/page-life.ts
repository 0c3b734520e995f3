/** What happens to the household's worker when the page goes and, by the back button, comes again. */

/**
 * A page that the browser keeps for the back button has its worker stopped in mid-step: locks and
 * transactions that it holds then would keep the next page waiting for good. So it ends with its page, as it
 * would in a tab that closes, and a page that comes again begins anew.
 */
export function endWithPage(worker: Pick<Worker, 'terminate'>): void {
  addEventListener('pagehide', () => worker.terminate());
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
