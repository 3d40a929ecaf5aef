import { hostProblem } from '../../plan/host';
import { channelHost, channelPort } from '../codes/identity';
import { finding } from '../finding';
import { isOn } from './read';
import type { Check } from './types';

export const channelHostCheck: Check = {
  code: channelHost,
  run: ({ instance: { appChannel } }) => {
    const problem = hostProblem(appChannel?.host);
    return problem === undefined
      ? undefined
      : finding(channelHost, {
          cause: `shared.remoteURL ${problem}`,
          evidence: `--app-channel-address=${appChannel?.host}`,
        });
  },
};

export const channelPortCheck: Check = {
  code: channelPort,
  run: input => {
    const { appChannel } = input.instance;
    if (!appChannel || appChannel.port > 0) return undefined;
    const checked = isOn(input, 'enable-app-health-check');
    const meant = [
      ...(appChannel.host ? [`its host is ${appChannel.host}`] : []),
      ...(checked ? ['its health is to be checked'] : []),
    ];
    return meant.length === 0
      ? undefined
      : finding(channelPort, {
          cause: `The app has port 0, which means that there is no app to call, although ${meant.join(' and ')}.`, // prettier-ignore
          evidence: '--app-port=0',
        });
  },
};
