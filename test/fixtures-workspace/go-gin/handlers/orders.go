package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func (o *Orders) List(c *gin.Context) {
	c.JSON(http.StatusOK, o.all())
	//          ^^^^^^^^ 200 sent gin GET /v1/orders
}

func (o *Orders) Remove(c *gin.Context) {
	c.Status(http.StatusNoContent)
	//            ^^^^^^^^^^^^^^^ 204 sent gin DELETE /v1/orders/:id
}
