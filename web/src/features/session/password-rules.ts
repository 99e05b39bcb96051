const kinds = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z0-9]/]

/** Ten characters of three kinds, as the sign-in page promises. */
export function strongEnough(password: string): boolean {
  return password.length >= 10 && kinds.filter((kind) => kind.test(password)).length >= 3
}
