/** Parameters that only the flow itself may set (RFC 6749 §4.1.1, RFC 7636 §4.3, RFC 9101 §5). */
export const RESERVED_PARAMETERS =
  /^(?:client_(?:id|secret)|code_challenge(?:_method)?|nonce|redirect_uri|request(?:_uri)?|response_(?:mode|type)|scope|state)$/;
