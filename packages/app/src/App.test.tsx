import { render, screen } from '@testing-library/react';
import app from './App';

describe('the portal', () => {
  beforeEach(() => {
    // What the backend writes into the page; the app reads it at its start.
    const config = document.createElement('script');
    config.type = 'backstage.io/config';
    config.textContent = JSON.stringify([
      {
        context: 'test',
        data: {
          app: { title: 'Test' },
          backend: { baseUrl: 'http://localhost:7007' },
        },
      },
    ]);
    document.head.append(config);
  });

  it('starts, and lets a guest in', async () => {
    render(app.createRoot());
    expect(
      await screen.findByRole('button', { name: 'Enter' }, { timeout: 10_000 }),
    ).toBeVisible();
  }, 20_000);
});
