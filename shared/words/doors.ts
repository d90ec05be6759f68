/** What the doors themselves say: the window's frame, the loopback host, the compute pool. */
import { twins } from './twins.ts';

export const doors = twins(
  {
    computeFailed: '审查计算没有完成。请重试；若再次出现，请记下文件名并联系维护人员。',
    notForYou: '请求未获允许。请从启动程序给出的地址重新打开。',
    noSuchAddress: '没有这个地址。',
    badRequest: '请求格式不正确，没有执行。',
    tooLarge: '请求超过大小限制，没有执行。',
    portTaken: (port: number) => `端口 ${port} 不能使用，可能被其他程序占用。请换一个端口。`,
    hostGone: '后台程序已停止，操作没有完成。请关闭窗口后重新启动。',
  },
  {
    computeFailed: 'The review was not finished. Try again; if it happens again, note the file name and report it.',
    notForYou: 'The request was refused. Open the address that the program printed again.',
    noSuchAddress: 'There is nothing at this address.',
    badRequest: 'The request is malformed and was not carried out.',
    tooLarge: 'The request is over the size limit and was not carried out.',
    portTaken: (port: number) => `The port ${port} cannot be used; another program may hold it. Choose another.`,
    hostGone: 'The host has stopped and the action was not finished. Close the window and start again.',
  },
);
