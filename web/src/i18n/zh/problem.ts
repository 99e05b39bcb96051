export const problem = {
  what: '问题',
  where: '位置',
  row: (n: number) => `第 ${n} 行`,
  mend: '怎么办',
  code: '代码',
  requestId: '请求编号',
  retry: '重试',
  notFound: '它不存在，或不在您的管辖范围内。请检查地址，或从列表中打开。',
  more: (n: number) => `另有 ${n} 处`,
}
