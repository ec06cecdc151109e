package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func Login(c *gin.Context) {
	c.Status(http.StatusNoContent)
	//            ^^^^^^^^^^^^^^^ 204 sent gin POST /login
}

func (u *Users) Create(c *gin.Context) {
	c.Status(http.StatusConflict)
	//            ^^^^^^^^^^^^^^ 409 sent gin POST /v1/users
}

func (u *Users) Show(c *gin.Context) {
	user, err := u.find(c.Param("id"))
	if err != nil {
		c.JSON(http.StatusNotFound, gin.H{"error": "no such user"})
		//          ^^^^^^^^^^^^^^ 404 sent gin GET /v1/users/:id
		return
	}
	if !hasPermission(user, "read") {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "you may not see this user"})
		//          ^^^^^^^^^^^^^^^^^^ 401 sent gin GET /v1/users/:id ! forbidden-for-authenticated
		return
	}
	c.JSON(http.StatusOK, user)
	//          ^^^^^^^^ 200 sent gin GET /v1/users/:id
}
