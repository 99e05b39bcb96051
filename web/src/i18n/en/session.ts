import type { Catalogue } from '../types'
import type { session as zh } from '../zh/session'

export const session: Catalogue<typeof zh> = {
  title: 'Sign in',
  login: 'User name',
  password: 'Password',
  signIn: 'Sign in',
  loginRequired: 'Please enter the user name',
  passwordRequired: 'Please enter the password',
  expired: 'Your session has ended. Please sign in again.',
  idle: 'Signed out after a long time without activity.',
  signedOut: 'You have signed out.',
  lockHint:
    'Several wrong passwords lock the account for a while; if you forgot yours, ask the system administrator to reset it.',
  motto: 'Every amount explained, every fen accounted for, every act signed',
  mottoSub: 'Who investigates signs, and who signs answers for it',
  showPassword: 'Show password',
  firstTitle: 'First sign-in: please change the password',
  firstText: 'An initial password works once. Change it to enter the system.',
  changeTitle: 'Change password',
  oldPassword: 'Old password',
  newPassword: 'New password',
  repeatPassword: 'New password again',
  repeatDiffers: 'The two new passwords differ',
  sameAsOld: 'The new password must differ from the old one',
  rules:
    'At least 10 characters, of three of these kinds: capitals, small letters, digits, symbols.',
  changed: 'Password changed',
}
