import { createApp } from './app.ts';

const port = Number(process.env.PORT ?? ${{ values.port }});
const server = createApp(process.env.DAPR_HTTP_ENDPOINT);

server.listen(port, () => {
  console.log(`${{ values.name }} listens on ${port}`);
});

// Kubernetes asks a pod to end by SIGTERM: finish what is open, then go.
process.once('SIGTERM', () => server.close());
