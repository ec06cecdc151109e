/** API Gateway's routes for WebSockets, by what their events have alone or by their names: `requestContext.connectionId`. */
export const webSocketRoutes =
  /request_?context\??[.[]['"]?(?:\)?\??\.)?connection_?id|\.get\(\s*['"]connectionId['"]|\$(?:connect|disconnect|default)\b/i;
