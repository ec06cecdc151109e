package api

import (
	"errors"

	"example.com/shop/v2/failure"
	"github.com/gin-gonic/gin"
)

type Orders struct {
	Store Store
}

func (o *Orders) List(c *gin.Context) {
	orders, err := o.Store.All(c)
	if failed(c, 500, err) {
		//          ^^^ 500 sent gin ! error-detail-leak
		return
	}
	if orders == nil {
		failure.Refuse(c, 404, "no orders yet")
		//                ^^^ 404 sent gin
		return
	}
	c.JSON(200, orders)
	//     ^^^ 200 sent gin
}

func (o *Orders) Remove(c *gin.Context) {
	if o.Store.Locked() {
		c.AbortWithError(500, errors.New("orders are being counted"))
		//               ^^^ 500 sent gin
		return
	}
	if failed(c, 500, o.Store.Clear(c)) {
		//          ^^^ 500 sent gin ! error-detail-leak
		return
	}
	c.Status(teapot)
	//       ^^^^^^ 418 sent gin
}
