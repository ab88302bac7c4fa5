/** SHA-256 over the contract's paths and components; see `wire.test.ts` before changing it. */
export const frozenWireHash = '7b00f1e41476a0a41002364d95d43aeb2483522d3a86d94be52a4fa402c1984c'
