/**
 * A fact's value as words need it. The model's values fit it; repeated here because words know nothing of the model.
 * `at` in milliseconds since 1970, `date` as `YYYY-MM-DD`.
 */
export type ToldValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'money'; readonly amount: number; readonly currency: string }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'instant'; readonly at: number; readonly zone: string }
  | { readonly kind: 'duration'; readonly minutes: number }
  | { readonly kind: 'place'; readonly place: string }
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'file'; readonly name: string };

export interface ToldOption {
  readonly id: string;
  readonly name: string;
}
