/** The isolated world in which a page's content script runs, which the page does not see. */
import type { CDPSession, Page } from '@playwright/test';

/**
 * Evaluates an expression in the content script's world of the page's top frame and returns its value, awaited.
 * Throws what it threw, and where no content script of the extension runs there.
 */
export async function evaluateInContentScript(
  page: Page,
  extensionId: string,
  expression: string,
): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const context = await contentContext(session, `chrome-extension://${extensionId}`);
  if (context === undefined) throw new Error('no content script runs in this page');
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: context,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** The newest one: after a reload of the extension the dead script's world is still there. */
async function contentContext(session: CDPSession, origin: string): Promise<number | undefined> {
  let found: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === origin) found = context.id;
  });
  await session.send('Runtime.enable');
  return found;
}
