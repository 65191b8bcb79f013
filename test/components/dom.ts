/** Testing Library for our components: cleans up after each test, and is patient on a busy machine. */
import { cleanup, configure } from '@testing-library/preact';
import { afterEach } from 'vitest';

// What is waited for comes as soon as it can; the limit only decides how long a failure takes to show.
configure({ asyncUtilTimeout: 4_000 });
afterEach(cleanup);

export { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
