package routes

import (
	"example.com/shop/handlers"
	"github.com/gin-gonic/gin"
)

// Register puts the routes of orders on a group.
func Register(rg *gin.RouterGroup, h *handlers.Orders) {
	rg.GET("", h.List)
	rg.DELETE("/:id", h.Remove)
	rg.PATCH("/:id", func(c *gin.Context) {
		c.JSON(404, gin.H{"error": "orders do not change"})
		//     ^^^ 404 sent gin PATCH /v1/orders/:id
	})
}

// Admin puts what only the staff sees on the one, and what shows that all is well on the other.
func Admin(public gin.IRouter, staff *gin.RouterGroup) {
	public.GET("/health", func(c *gin.Context) {
		c.Status(200)
		//       ^^^ 200 sent gin GET /health
	})
	stock(staff)
}

func stock(r *gin.RouterGroup) {
	r.GET("/stock", func(c *gin.Context) {
		c.Status(204)
		//       ^^^ 204 sent gin GET /v1/admin/stock
	})
}
