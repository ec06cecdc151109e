package shelves

import "example.com/go-echo-context/web"

func Show(ctx *web.Context) error {
	shelf, err := store.FindShelf(ctx.Param("id"))
	if err == store.ErrNotFound {
		return ctx.Fail(400, say("no such shelf"))
		//              ^^^ 400 sent in-house ! not-found-is-404
	}
	if err != nil {
		return ctx.NoContent(503)
		//                   ^^^ 503 sent echo ! retry-after-on-503
	}
	return ctx.JSON(200, shelf)
	//              ^^^ 200 sent echo
}
