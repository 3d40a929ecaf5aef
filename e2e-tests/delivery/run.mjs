// Runs the delivery tests, against real Helm, kustomize and kube-apiserver.
import { runJest } from '../lib/runJest.mjs';

await runJest('delivery');
